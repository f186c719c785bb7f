// What the front end leaves without a name, or names in English: its own words in the reader's language, the list of
// pages as a landmark, a chart as one figure whose drawing is not read again, and the content before the sidebar, so
// that the keyboard does not go through every filter to reach it.
((words, parameter, english) => {
  const said = () => words[new URLSearchParams(location.search).get(parameter)] ?? Object.values(words)[0]
  // Any form of a word → its place: what was mended in one language is found again in the other.
  const places = new Map(Object.values(words).flatMap(({ whole }) => whole.map((word, place) => [word, place])))
  const begins = [english, ...Object.values(words).map(({ begin }) => begin)].flatMap(forms => forms.map((form, place) => [form, place]))
  const told = (value, now) => {
    const whole = places.get(value)
    if (whole !== undefined) return now.whole[whole]
    const [form, place] = begins.find(([form]) => value.startsWith(form)) ?? []
    return form === undefined ? value : now.begin[place] + value.slice(form.length)
  }
  const set = (element, name, value) => {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value)
  }
  const texts = element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = []
    while (walker.nextNode()) found.push(walker.currentNode)
    return found
  }
  const NAMED = ["aria-label", "aria-valuetext", "placeholder", "title"]
  const SPOKEN =
    "[data-testid=stSkipToContent], [role=option], [data-testid=stTooltipContent], [data-testid=InputInstructions], [role=listbox], .react-aria-ListBox, " +
    "[data-testid=stFileUploaderDropzone] button p, [data-testid=stDateInputCalendar] :is(h2, [id$=desc]), [data-testid=stDateInputField] [data-placeholder], " +
    "[data-testid=stDataFrameColumnMenu] [role=menuitem]"

  const way = document.createElement("a")
  way.href = "#stSidebar"
  way.className = "langsung"
  way.addEventListener("click", event => {
    event.preventDefault()
    const sidebar = document.getElementById("stSidebar")
    if (!sidebar) return
    if (sidebar.dataset.collapsed === "true") document.querySelector("[data-testid=stExpandSidebarButton]")?.click()
    requestAnimationFrame(() => requestAnimationFrame(() => sidebar.querySelector("a")?.focus()))
  })

  const mend = () => {
    const now = said()
    for (const name of NAMED)
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (element.closest(".js-plotly-plot, [data-testid=stMarkdownContainer]")) continue
        set(element, name, told(element.getAttribute(name), now))
      }
    for (const element of document.querySelectorAll(SPOKEN))
      for (const part of texts(element)) {
        const value = told(part.data, now)
        if (part.data !== value) part.data = value
      }
    // The arrow of a choice says which choice it opens.
    for (const choice of document.querySelectorAll("[data-testid=stSelectbox]")) {
      const name = choice.querySelector("input")?.getAttribute("aria-label"), open = now.whole[places.get("Open")]
      for (const arrow of choice.querySelectorAll("button")) if (name && arrow.getAttribute("aria-label") === open) set(arrow, "aria-label", `${open}: ${name}`)
    }
    // A month is heard by its name in the language of the page, whichever the browser speaks.
    for (const month of document.querySelectorAll("[data-testid=stDateInputField] [data-type=month][aria-valuenow]")) {
      const place = month.getAttribute("aria-valuenow")
      set(month, "aria-valuetext", new Date(2000, place - 1).toLocaleDateString(now.bahasa, { month: "long" }))
    }
    // A box to tick is called what stands beside it, not the Markdown of it.
    for (const label of document.querySelectorAll("[data-testid=stCheckbox] label:has(input)")) set(label.querySelector("input"), "aria-label", label.innerText.trim())
    const list = document.querySelector("[data-testid=stSidebar] .st-key-halaman")
    if (list) {
      set(list, "role", "navigation")
      set(list, "aria-label", now.halaman)
    }
    // The wrapper carries the chart's name with every number in it.
    for (const drawing of document.querySelectorAll("[role=figure] .js-plotly-plot")) set(drawing, "aria-hidden", "true")
    for (const canvas of document.querySelectorAll("[role=figure] canvas[tabindex='0']")) if (canvas.closest(".js-plotly-plot")) set(canvas, "tabindex", "-1")
    const sidebar = document.getElementById("stSidebar")
    if (sidebar?.nextElementSibling && !sidebar.contains(document.activeElement)) sidebar.parentElement.append(sidebar)
    way.hidden = !sidebar
    if (way.textContent !== now.langsung) way.textContent = now.langsung
  }
  // Once a frame, and not for what a chart draws inside itself.
  let waiting = false
  const changed = changes => {
    if (waiting || changes.every(({ target }) => target.nodeType === 1 && target.closest(".plot-container"))) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      mend()
    })
  }
  addEventListener("DOMContentLoaded", () => {
    document.body.prepend(way)
    new MutationObserver(changed).observe(document.body, {
      attributes: true, attributeFilter: [...NAMED, "data-collapsed"], childList: true, characterData: true, subtree: true,
    })
  })
})(WORDS)

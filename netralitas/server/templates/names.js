// What the front end leaves without a name, or names in English: the list of pages is a landmark, and the first
// option of the search for a region says that what was typed is searched for.
((words, parameter, english) => {
  const said = () => words[new URLSearchParams(location.search).get(parameter)] ?? Object.values(words)[0]
  const pages = sidebar => {
    const list = sidebar.querySelector(".st-key-halaman")
    if (!list) return
    if (list.role !== "navigation") list.role = "navigation"
    if (list.ariaLabel !== said().halaman) list.ariaLabel = said().halaman
  }
  const options = overlay => {
    for (const option of overlay.querySelectorAll("[role=option]"))
      for (const part of texts(option))
        if (part.data.startsWith(english)) part.data = said().cari + part.data.slice(english.length)
  }
  const texts = element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = []
    while (walker.nextNode()) found.push(walker.currentNode)
    return found
  }
  const watch = (part, mend) => {
    mend(part)
    new MutationObserver(() => mend(part)).observe(part, { childList: true, characterData: true, subtree: true })
  }
  // The whole page is watched only until its sidebar is there; charts draw elsewhere, and lists open beside the app.
  addEventListener("DOMContentLoaded", () => {
    const waiting = new MutationObserver(() => {
      const sidebar = document.querySelector("[data-testid=stSidebar]")
      if (!sidebar) return
      waiting.disconnect()
      watch(sidebar, pages)
    })
    waiting.observe(document.body, { childList: true, subtree: true })
    new MutationObserver(changes => {
      for (const change of changes)
        for (const part of change.addedNodes)
          if (part.nodeType === 1 && part.id !== "root") watch(part, options)
    }).observe(document.body, { childList: true })
  })
})(WORDS)

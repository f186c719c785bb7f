// On paper a chart is as wide as the page: while it is printed its drawing is stretched, and a map, which the browser keeps
// on the graphics card, is copied to a picture. Afterwards all is as it was.
(() => {
  const CHARTS = "[data-testid=stPlotlyChart] .js-plotly-plot"
  const HIGHEST = 400
  let undo = []
  const copied = (map, box, wide, high) => {
    map.redraw()
    const seen = map.getCanvas(), from = seen.getBoundingClientRect(), whole = box.getBoundingClientRect()
    const copy = document.createElement("canvas")
    copy.width = seen.width
    copy.height = seen.height
    copy.className = "cetak-peta"
    copy.getContext("2d").drawImage(seen, 0, 0)
    const share = (part, of) => `${100 * part / of}%`
    Object.assign(copy.style, {
      left: share(from.left - whole.left, wide), top: share(from.top - whole.top, high),
      width: share(from.width, wide), height: share(from.height, high),
    })
    box.prepend(copy)
    undo.push(() => copy.remove())
  }
  addEventListener("beforeprint", () => {
    for (const chart of document.querySelectorAll(CHARTS)) {
      const box = chart.querySelector(".svg-container"), drawings = chart.querySelectorAll("svg.main-svg")
      const [wide, high] = ["width", "height"].map(side => parseFloat(drawings[0]?.getAttribute(side)))
      if (!box || !wide || !high) continue
      for (const drawing of drawings) {
        drawing.setAttribute("viewBox", `0 0 ${wide} ${high}`)
        undo.push(() => drawing.removeAttribute("viewBox"))
      }
      const maps = Object.values(chart._fullLayout ?? {}).filter(part => part?._subplot?.map)
      box.style.setProperty("--bentuk", `${wide} / ${high}`)
      // So high that what is said above and below a map stands on its page.
      box.style.setProperty("--lebar", `${maps.length ? Math.min(wide, HIGHEST * wide / high) : wide}px`)
      for (const part of maps) copied(part._subplot.map, box, wide, high)
    }
  })
  addEventListener("afterprint", () => {
    undo.forEach(back => back())
    undo = []
  })
})()

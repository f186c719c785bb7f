// A map that has become narrower keeps its zoom, and its edges are cut: drawn at its least zoom again, it fills its new room.
(() => {
  const seen = new WeakSet()
  const fit = new ResizeObserver(changes => {
    for (const { target } of changes) target.closest(".js-plotly-plot")?._fullLayout?.map?._subplot?.map?.setZoom(0)
  })
  const maps = document.getElementsByClassName("maplibregl-map")
  new MutationObserver(() => {
    for (const map of maps) if (!seen.has(map)) { seen.add(map); fit.observe(map) }
  }).observe(document.documentElement, { childList: true, subtree: true })
})()

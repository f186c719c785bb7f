// A deck outlives its tab: what a page holds ready for that (data-paparan) is kept by the browser, half a year, for this server alone.
(name => {
  let kept
  new MutationObserver(() => {
    const letters = document.querySelector("[data-paparan]")?.dataset.paparan
    if (!letters || letters === kept) return
    kept = letters
    const closed = location.protocol === "https:" ? "; secure" : ""
    // Only the connection of a session asks for it; pages, pictures and data never see it.
    const path = new URL("_stcore", window.__streamlit.BACKEND_BASE_URL).pathname
    document.cookie = `${name}=${letters}; path=${path}; max-age=15552000; samesite=lax${closed}`
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-paparan"] })
})(NAME)

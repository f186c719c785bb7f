// On a narrow screen the sidebar lies over the page: when a choice has changed the address, it makes way, and when it
// is opened the keyboard goes with it. The front end has no setting for it, and remembers the sidebar as the reader left it.
(() => {
  const narrow = matchMedia("(max-width: 768px)")
  const change = history.pushState
  history.pushState = function (...told) {
    const before = location.href
    change.apply(this, told)
    if (narrow.matches && location.href !== before)
      document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click()
  }
  addEventListener("click", event => {
    if (!narrow.matches || !event.target.closest?.("[data-testid=stExpandSidebarButton]")) return
    requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector("[data-testid=stSidebar] a")?.focus()))
  })
})()

// On a narrow screen the sidebar lies over the page: when a choice has changed the address, it makes way.
// The front end has no setting for it, and remembers the sidebar as the reader left it.
(() => {
  const narrow = matchMedia("(max-width: 767px)")
  const change = history.pushState
  history.pushState = function (...told) {
    const before = location.search
    change.apply(this, told)
    if (narrow.matches && location.search !== before)
      document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click()
  }
})()

// The dialog that the front end shows when the server is away, in the language of the page.
// It speaks English and to developers; there is no setting for it. Its own parts are hidden and not removed,
// for the front end still holds them.
((sentences, parameter, english) => {
  const say = dialog => {
    // A reader may have changed the language since the page was opened.
    const words = sentences[new URLSearchParams(location.search).get(parameter)] ?? Object.values(sentences)[0]
    const title = dialog.querySelector("[role=dialog] h2")
    if (!title || ![english, words.judul].includes(title.textContent)) return
    const told = title.nextElementSibling
    let ours = told.querySelector("[data-terputus]")
    if (!ours) {
      ours = document.createElement("p")
      ours.dataset.terputus = ""
      ours.style.margin = "0"
      ours.textContent = words.isi
      told.prepend(ours)
      title.style.paddingInline = getComputedStyle(told).paddingInline
    }
    for (const part of told.children) if (part !== ours && part.style.display !== "none") part.style.display = "none"
    if (title.textContent !== words.judul) title.firstChild.data = words.judul
    for (const button of dialog.querySelectorAll("button[aria-label]"))
      if (button.ariaLabel !== words.tutup) button.ariaLabel = words.tutup
  }
  const watch = dialog => {
    say(dialog)
    new MutationObserver(() => say(dialog)).observe(dialog, { childList: true, characterData: true, subtree: true })
  }
  // Dialogs are laid beside the app, so nothing inside it, where charts draw, is watched.
  const added = changes => {
    for (const change of changes)
      for (const part of change.addedNodes) if (part.dataset?.testid === "stDialog") watch(part)
  }
  addEventListener("DOMContentLoaded", () => new MutationObserver(added).observe(document.body, { childList: true }))
})(WORDS)

(words => {
  window.words = words
})({})

// What a page will need later is asked for once what is read first has been painted: asked for at once, it keeps the browser from that.
((programs, waits) => {
  const ask = () => {
    for (const program of programs) {
      const link = Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", href: program });
      document.head.append(link);
    }
  };
  if (waits) new PerformanceObserver((_, paints) => { paints.disconnect(); ask(); }).observe({ type: "paint", buffered: true });
  else ask();
})(PROGRAMS, WAITS)

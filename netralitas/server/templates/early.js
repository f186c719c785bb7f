// The first chart of a visit, sooner.
((program, shapes, chart, patience) => {
  const { send, addEventListener } = WebSocket.prototype;

  // While the server makes the page the browser has nothing to do: what will draw the first chart begins then, not when the chart comes,
  // and the shapes of a map are laid where plotly looks for those that it has.
  WebSocket.prototype.send = function (...told) {
    WebSocket.prototype.send = send;
    if (shapes) fetch(shapes).then((file) => file.json()).then(kept).catch(() => {});  // plotly asks again, and says what failed
    setTimeout(() => import(program).catch(() => {}));  // whoever needs it says that it failed
    return send.apply(this, told);
  };

  // The dashboard is drawn as it arrives, and all that has arrived before any of it is shown. So what follows the first chart waits
  // until that is drawn: never longer than `patience`, and hardly where the program that draws it is still to come.
  WebSocket.prototype.addEventListener = function (type, heard, ...more) {
    if (type !== "message") return addEventListener.call(this, type, heard, ...more);
    WebSocket.prototype.addEventListener = addEventListener;
    let looking = true, waiting;
    const goOn = () => {
      const late = waiting ?? [];
      waiting = undefined;
      for (const one of late) {
        try {
          heard(one);
        } catch (error) {
          reportError(error);
        }
      }
    };
    const look = () => drawn() ? setTimeout(goOn) : waiting && requestAnimationFrame(look);
    return addEventListener.call(this, type, (event) => {
      if (waiting) return waiting.push(event);
      heard(event);
      if (!looking || !holds(new Uint8Array(event.data), chart)) return;
      looking = false;
      waiting = [];
      setTimeout(() => fetched() || goOn(), patience / 16);
      setTimeout(goOn, patience);
      look();
    }, ...more);
  };
  const kept = (regions) => {
    const places = window.PlotlyGeoAssets ??= { topojson: {} };
    places[shapes] ??= regions;
  };
  const fetched = () => performance.getEntriesByName(new URL(program, document.baseURI).href).some((file) => file.responseEnd);
  // A chart is drawn when it stands in the page; a map says itself when it is.
  const drawn = () => {
    const plot = document.querySelector(".js-plotly-plot .main-svg")?.closest(".js-plotly-plot"), within = plot?._fullLayout?.map?._subplot;
    if (!plot) return false;
    if (!within?.map) plot.dataset.drawn = "";
    else if (within !== hastened) hasten(hastened = within, plot);
    return "drawn" in plot.dataset;
  };

  // Plotly tells a map of its regions when an empty map has been drawn; here it does as soon as the map can be told. Until there are
  // regions to draw the map is not shown: what is shown keeps the page from working until it is drawn, long without a graphics card;
  // what is hidden is drawn meanwhile. It is drawn when its worker has readied all the regions that it was told of: looked at later, it may
  // be at work again, since Streamlit hands each chart over twice.
  let hastened;
  const hasten = ({ map, traceHash }, plot) => {
    const canvas = map.getCanvas(), gl = canvas.getContext("webgl2"), { display } = canvas.style;
    const rendered = () => {
      if (canvas.style.display === "none") {
        gl?.deleteSync(gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0));
        gl?.flush();
      } else if (Object.keys(traceHash).length && map.loaded()) {
        map.off("render", rendered);
        plot.dataset.drawn = "";
      }
    };
    const ready = ({ tile }) => tile && show();
    const show = () => {
      canvas.style.display = display;
      map.off("sourcedata", ready);
    };
    canvas.style.display = "none";
    map.on("render", rendered);
    map.on("sourcedata", ready);
    setTimeout(show, patience);
    const load = () => {
      // A ground that is as white as the page, and a clear sky: drawn over all of the room in each frame, and a program more to make each.
      if (map.getLayer("white-bg")) map.removeLayer("white-bg");
      if (map.painter?.drawFunctions?.sky) map.painter.drawFunctions.sky = () => {};
      map.fire("load");
    };
    if (map.isStyleLoaded()) load();
    else map.once("style.load", load);
  };

  // Has a message in the encoding of protocol buffers a field within a field, named by their numbers?
  const holds = (bytes, [field, ...within]) => {
    let at = 0;
    const number = () => {
      let value = 0, place = 1, byte;
      do {
        byte = bytes[at++];
        value += (byte & 127) * place;
        place *= 128;
      } while (byte > 127);
      return value;
    };
    while (at < bytes.length) {
      const tag = number(), kind = tag % 8;
      if (kind === 0) number();
      else if (kind !== 2) at += kind === 1 ? 8 : 4;
      else {
        const end = number() + at;
        if (Math.floor(tag / 8) === field) return !within.length || holds(bytes.subarray(at, end), within);
        at = end;
      }
    }
    return false;
  };
})(PROGRAM, SHAPES, CHART, PATIENCE)

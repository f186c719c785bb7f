// While the server makes the page the browser has nothing to do: what will draw the first figure begins then, not when the figure comes.
((program) => {
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...told) {
    WebSocket.prototype.send = send;
    setTimeout(() => import(program));
    return send.apply(this, told);
  };
})(PROGRAM)

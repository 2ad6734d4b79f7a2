/** Calls `leave` when the npm that runs us is gone: killed, it takes nobody with it. */
export function leaveWithNpm(leave: () => void): void {
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    leave();
  }, 500);
  timer.unref();
}

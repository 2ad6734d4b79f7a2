// Loaded before a child's own code, which may still be starting when the supervisor dies: an event missed then
// would leave the child behind for ever.
process.on("disconnect", () => {
  const leavesByItself = process.listenerCount("disconnect") > 1;
  if (!leavesByItself) process.exit(1);
  setTimeout(() => process.exit(1), 22_000).unref();
});

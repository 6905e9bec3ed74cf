// Loaded into the API, the worker and the mail catcher before their own code: when the launcher is gone, even by SIGKILL, they end as if asked to.
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 8000).unref();
  });
  process.channel.unref();
}

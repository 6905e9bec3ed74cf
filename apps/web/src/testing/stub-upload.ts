type Serve = (url: string, init: RequestInit) => Promise<Response>;

/** As much of XMLHttpRequest as sending a file asks for: half of it under way, then the answer, unless it was ended before. */
export const uploadThrough = (serve: Serve) =>
  class extends EventTarget {
    readonly upload = new EventTarget();
    status = 0;
    responseText = '';
    method = '';
    url = '';
    isEnded = false;

    open(method: string, url: string) {
      this.method = method;
      this.url = url;
    }
    setRequestHeader() {}
    getResponseHeader() {
      return null;
    }
    abort() {
      this.isEnded = true;
      this.dispatchEvent(new Event('abort'));
    }
    send(body: FormData) {
      this.upload.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded: 1, total: 2 }));
      void serve(this.url, { method: this.method, body }).then(
        async (answer) => {
          const text = await answer.text();
          if (this.isEnded) return;
          this.status = answer.status;
          this.responseText = text;
          this.dispatchEvent(new Event('load'));
        },
        () => this.dispatchEvent(new Event('error')),
      );
    }
  };

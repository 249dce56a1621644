Redoc.init('/openapi.yaml', { disableSearch: false, hideDownloadButton: false, nativeScrollbars: true },
  document.getElementById('reference'));

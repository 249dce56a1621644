// Owners of what libcurl makes, whose failures cannot go unseen.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <new>
#include <string>

namespace certreg::mail {

class EasyHandle {
 public:
  EasyHandle() : handle_(curl_easy_init()) {
    if (!handle_) throw std::bad_alloc();
  }

  CURL* get() const { return handle_.get(); }

  template <class Value>
  void set(CURLoption option, Value value) {
    if (curl_easy_setopt(handle_.get(), option, value) != CURLE_OK) throw std::bad_alloc();
  }

 private:
  struct Free {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  };
  std::unique_ptr<CURL, Free> handle_;
};

class Lines {
 public:
  void add(const std::string& line) {
    curl_slist* longer = curl_slist_append(lines_.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    (void)lines_.release();
    lines_.reset(longer);
  }

  curl_slist* get() const { return lines_.get(); }
  curl_slist* release() { return lines_.release(); }

 private:
  struct Free {
    void operator()(curl_slist* lines) const { curl_slist_free_all(lines); }
  };
  std::unique_ptr<curl_slist, Free> lines_;
};

struct FreeMime {
  void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using Mime = std::unique_ptr<curl_mime, FreeMime>;

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

inline Url new_url() {
  Url url(curl_url());
  if (!url) throw std::bad_alloc();
  return url;
}

}  // namespace certreg::mail

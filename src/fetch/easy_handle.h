#pragma once

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string>

namespace certreg::fetch {

// A libcurl easy handle whose options cannot fail unseen. Throws std::bad_alloc.
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

  // Of the last answer; empty when it is missing or holds anything but visible ASCII and blanks.
  std::string header(const char* name) const {
    curl_header* header = nullptr;
    constexpr int kLastRequest = -1;
    if (curl_easy_header(handle_.get(), name, 0, CURLH_HEADER, kLastRequest, &header) != CURLHE_OK) return "";
    const std::string value(header->value);
    const bool plain = std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c <= '~'; });
    return plain ? value : "";
  }

 private:
  struct Free {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  };
  std::unique_ptr<CURL, Free> handle_;
};

// A list of lines as libcurl takes them.
class Lines {
 public:
  void add(const std::string& line) {
    curl_slist* longer = curl_slist_append(lines_.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    (void)lines_.release();
    lines_.reset(longer);
  }

  curl_slist* get() const { return lines_.get(); }

 private:
  struct Free {
    void operator()(curl_slist* lines) const { curl_slist_free_all(lines); }
  };
  std::unique_ptr<curl_slist, Free> lines_;
};

}  // namespace certreg::fetch

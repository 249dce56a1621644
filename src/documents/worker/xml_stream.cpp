// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/xml_stream.h"

#include <libxml/parser.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <new>

#include "certreg/documents/worker.h"

namespace certreg::worker {
namespace {

using documents::Failure;
using documents::FailureKind;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// Attributes come as five pointers each: name, prefix, namespace, and the ends of the value.
XmlAttributes attributes_of(int count, const xmlChar** given) {
  XmlAttributes attributes;
  for (int at = 0; at < count; ++at) {
    const xmlChar** one = given + std::ptrdiff_t{at} * 5;
    attributes.add(view(one[0]),
                   {reinterpret_cast<const char*>(one[3]), reinterpret_cast<const char*>(one[4])});
  }
  return attributes;
}

// Exceptions may not pass through the library: they wait here.
class Parser {
 public:
  explicit Parser(XmlHandler& handler) : handler_(handler), context_(nullptr, &xmlFreeParserCtxt) {
    xmlSAXHandler calls{};
    calls.initialized = XML_SAX2_MAGIC;
    calls.startElementNs = &Parser::start;
    calls.endElementNs = &Parser::end;
    calls.characters = &Parser::characters;
    calls.cdataBlock = &Parser::characters;
    calls.internalSubset = &Parser::refuse_declaration;
    calls.serror = [](void*, xmlErrorPtr) {};
    context_.reset(xmlCreatePushParserCtxt(&calls, this, nullptr, 0, nullptr));
    if (!context_) throw std::bad_alloc();
    // Only the five of XML itself can be meant, since declarations are refused; left as they are, "&amp;" in
    // a value would come as "&#38;".
    xmlCtxtUseOptions(context_.get(), XML_PARSE_NONET | XML_PARSE_NOENT);
  }

  bool take(std::string_view bytes, bool is_last = false) {
    const int code =
        xmlParseChunk(context_.get(), bytes.data(), static_cast<int>(bytes.size()), is_last ? 1 : 0);
    if (problem_) std::rethrow_exception(problem_);
    if (code != XML_ERR_OK && context_->wellFormed == 0)
      throw Failure(FailureKind::Damaged, "a part of the workbook is no well-formed XML");
    return true;
  }

 private:
  template <typename Call>
  void guarded(Call call) {
    if (problem_) return;
    try {
      call();
    } catch (...) {
      problem_ = std::current_exception();
      xmlStopParser(context_.get());
    }
  }

  static void start(void* self, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* /*uri*/,
                    int /*namespaces*/, const xmlChar** /*declared*/, int count, int /*defaulted*/,
                    const xmlChar** attributes) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] { parser.handler_.start(view(name), attributes_of(count, attributes)); });
  }
  static void end(void* self, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* /*uri*/) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] { parser.handler_.end(view(name)); });
  }
  static void characters(void* self, const xmlChar* text, int length) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
      parser.handler_.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
    });
  }
  static void refuse_declaration(void* self, const xmlChar* /*name*/, const xmlChar* /*id*/,
                                 const xmlChar* /*system*/) {
    static_cast<Parser*>(self)->guarded([] {
      throw Failure(FailureKind::Damaged, "a part of the workbook declares a document type, which none has");
    });
  }

  XmlHandler& handler_;
  std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context_;
  std::exception_ptr problem_;
};

}  // namespace

const std::string& XmlAttributes::get(std::string_view name) const {
  static const std::string none;
  auto found = std::ranges::find(kept_, name, &std::pair<std::string, std::string>::first);
  return found == kept_.end() ? none : found->second;
}

void read_xml(ZipParts& parts, const std::string& name, XmlHandler& handler) {
  Parser parser(handler);
  parts.read(name, [&](std::string_view bytes) { return parser.take(bytes); });
  parser.take({}, true);
}

}  // namespace certreg::worker

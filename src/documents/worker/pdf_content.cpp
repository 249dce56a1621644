// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/pdf_content.h"

#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace certreg::worker {
namespace {

constexpr int kDeepestForm = 4;
constexpr std::size_t kMostOperations = 60'000;  // some ten milliseconds
constexpr std::size_t kMostBytes = 1U << 20;
constexpr std::size_t kMostPictures = 500;
constexpr int kInvisible = 3;  // text rendering mode: neither fill nor stroke (ISO 32000-1, 9.3.6)

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

// First `inner`, then `outer`.
Matrix product(const Matrix& inner, const Matrix& outer) {
  return {inner.a * outer.a + inner.b * outer.c,           inner.a * outer.b + inner.b * outer.d,
          inner.c * outer.a + inner.d * outer.c,           inner.c * outer.b + inner.d * outer.d,
          inner.e * outer.a + inner.f * outer.c + outer.e, inner.e * outer.b + inner.f * outer.d + outer.f};
}

// A picture fills the unit square.
PlacedPicture placed(const Matrix& m) {
  const std::array x{m.e, m.e + m.a, m.e + m.c, m.e + m.a + m.c};
  const std::array y{m.f, m.f + m.b, m.f + m.d, m.f + m.b + m.d};
  return {*std::ranges::min_element(x), *std::ranges::min_element(y), *std::ranges::max_element(x),
          *std::ranges::max_element(y), QPDFObjectHandle::newNull()};
}

struct State {
  Matrix matrix;
  int rendering = 0;
};

struct Walk {
  ContentFacts facts;
  std::size_t operations = 0;
};

void walk(QPDFPageObjectHelper content, const State& start, int depth, Walk& progress);

class Interpreter : public QPDFObjectHandle::ParserCallbacks {
 public:
  Interpreter(const QPDFObjectHandle& resources, const State& start, int depth, Walk& progress)
      : resources_(resources), state_(start), depth_(depth), progress_(progress) {}

  void contentSize(std::size_t bytes) override {
    if (bytes > kMostBytes) terminateParsing();
  }

  void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
    if (!object.isOperator()) {
      if (operands_.size() < kMostOperands) operands_.push_back(object);
      return;
    }
    if (++progress_.operations > kMostOperations) terminateParsing();
    apply(object.getOperatorValue());
    operands_.clear();
  }

  void handleEOF() override {}

 private:
  static constexpr std::size_t kMostOperands = 32, kDeepestState = 64;

  void apply(const std::string& name) {
    if (name == "q") return push();
    if (name == "Q") return pop();
    if (name == "cm") return transform();
    if (name == "Do") return draw();
    if (name == "EI") return place(QPDFObjectHandle::newNull());
    if (name == "Tr" && !operands_.empty() && operands_[0].isInteger())
      state_.rendering = operands_[0].getIntValueAsInt();
    if (name == "Tj" || name == "TJ" || name == "'" || name == "\"")
      (state_.rendering == kInvisible ? progress_.facts.has_invisible_text
                                      : progress_.facts.has_visible_text) = true;
  }

  void push() {
    if (saved_.size() < kDeepestState) saved_.push_back(state_);
  }
  void pop() {
    if (saved_.empty()) return;
    state_ = saved_.back();
    saved_.pop_back();
  }

  void transform() {
    if (operands_.size() != 6) return;
    std::array<double, 6> n{};
    for (std::size_t index = 0; index < n.size(); ++index)
      if (operands_[index].isNumber()) n.at(index) = operands_[index].getNumericValue();
    state_.matrix = product({n[0], n[1], n[2], n[3], n[4], n[5]}, state_.matrix);
  }

  void place(const QPDFObjectHandle& image) {
    if (progress_.facts.pictures.size() == kMostPictures) return;
    progress_.facts.pictures.push_back(placed(state_.matrix));
    progress_.facts.pictures.back().image = image;
  }

  void draw() {
    if (operands_.empty() || !operands_[0].isName()) return;
    auto objects = resources_.isDictionary() ? resources_.getKey("/XObject") : QPDFObjectHandle::newNull();
    if (!objects.isDictionary()) return;
    auto object = objects.getKey(operands_[0].getName());
    if (!object.isStream()) return;
    auto kind = object.getDict().getKey("/Subtype");
    if (kind.isNameAndEquals("/Image")) return place(object);
    if (kind.isNameAndEquals("/Form") && depth_ < kDeepestForm) draw_form(object);
  }

  void draw_form(QPDFObjectHandle& form) {
    State inner = state_;
    auto matrix = form.getDict().getKey("/Matrix");
    if (matrix.isMatrix()) {
      const auto m = matrix.getArrayAsMatrix();
      inner.matrix = product({m.a, m.b, m.c, m.d, m.e, m.f}, inner.matrix);
    }
    walk(QPDFPageObjectHelper(form), inner, depth_ + 1, progress_);
  }

  QPDFObjectHandle resources_;
  State state_;
  int depth_;
  Walk& progress_;
  std::vector<QPDFObjectHandle> operands_;
  std::vector<State> saved_;
};

void walk(QPDFPageObjectHelper content, const State& start, int depth, Walk& progress) {
  if (progress.operations > kMostOperations) return;
  Interpreter interpreter(content.getAttribute("/Resources", false), start, depth, progress);
  content.parseContents(&interpreter);
}

bool holds_pictures(QPDFPageObjectHelper content, int depth, std::size_t& looks) {
  auto resources = content.getAttribute("/Resources", false);
  auto objects = resources.isDictionary() ? resources.getKey("/XObject") : QPDFObjectHandle::newNull();
  if (!objects.isDictionary()) return false;
  for (auto [name, object] : objects.ditems()) {
    if (!object.isStream() || ++looks > kMostPictures) continue;
    auto kind = object.getDict().getKey("/Subtype");
    if (kind.isNameAndEquals("/Image")) return true;
    if (kind.isNameAndEquals("/Form") && depth < kDeepestForm &&
        holds_pictures(QPDFPageObjectHelper(object), depth + 1, looks))
      return true;
  }
  return false;
}

}  // namespace

bool has_pictures(QPDFPageObjectHelper& page) {
  std::size_t looks = 0;
  return holds_pictures(page, 0, looks);
}

ContentFacts read_page_content(QPDFPageObjectHelper& page) {
  Walk progress;
  walk(page, {}, 0, progress);
  return std::move(progress.facts);
}

}  // namespace certreg::worker

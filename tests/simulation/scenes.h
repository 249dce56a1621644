// What happens in two years at a trust centre, and what a register that watches it must say.
#pragma once

#include <functional>
#include <vector>

#include "certreg/domain/register_change.h"
#include "simulation/stage.h"

namespace certreg::simulation {

struct Told {
  ChangeKind kind;
  const char* words;  // in its sentence
};

struct Results {  // of the last attempt at the page and at the certificate, when the scene ends
  const char *page, *file;
};

struct Answers {  // as Stage::verified gives them when the scene ends
  const char *mail, *drive;
};

enum class Confirmed { No, Yes };  // whether the certificate was seen again during the scene

// Lasts until the next one begins.
struct Scene {
  const char* day;
  const char* happens;
  std::function<void(Stage&)> act;
  std::vector<Told> feed;  // in this order, and nothing else
  Results results;
  Answers answers;
  Confirmed confirmed;
  std::size_t known = 2;  // certificates and claims: nothing is lost, and nothing comes twice
  int asleep_days = 0;    // at its beginning no service runs
};

const std::vector<Scene>& two_years();

}  // namespace certreg::simulation

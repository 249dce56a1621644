// Found by clang-tidy instead of qpdf's own: clang 14 does not take that one as C++20 (a vector of a class that is not
// complete yet). Other headers of qpdf declare functions that return the class; nothing here uses it.
#pragma once

#include <qpdf/DLL.h>
#include <qpdf/PointerHolder.hh>
#include <qpdf/Types.h>

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

class JSON;

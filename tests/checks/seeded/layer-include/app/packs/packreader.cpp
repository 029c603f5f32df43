// SPDX-License-Identifier: GPL-3.0-or-later
#include <yaml-cpp/yaml.h>
#include "inner/scanner.h"
#include "../packs/packreader.h"

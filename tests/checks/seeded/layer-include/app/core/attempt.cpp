// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/attemptstore.h"
#include "attempt.h"
#include "store/attemptstore.h"

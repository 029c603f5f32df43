// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/store/attemptstore.h"
#include <app/store/attemptstore.h>

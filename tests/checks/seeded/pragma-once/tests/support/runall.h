// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef RUNALL_H
#define RUNALL_H
#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSqlQuery>

const char *query = "SELECT id FROM attempt";

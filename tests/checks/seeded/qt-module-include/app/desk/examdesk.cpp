// SPDX-License-Identifier: GPL-3.0-or-later
#include <QString>
#include <QtSql/QSqlQuery>
// #include <QtGui/QImage>
#include <QtGlobal>

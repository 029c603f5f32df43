// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSqlQuery>
#include <QString>

// "SELECT id FROM attempt" in a comment is not a statement.
const char *query = "SELECT id, score "
                    "FROM attempt";
const char *raw = R"(UPDATE attempt
    SET finished = 1)";
const char *small = "delete from attempt where id = 1";
const char *sentence = "Select an answer from the list, then update it; a create table statement is not asked";

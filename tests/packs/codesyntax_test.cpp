// SPDX-License-Identifier: GPL-3.0-or-later
#include "codesyntax.h"
#include "runall.h"

using namespace lectern;

// Pieces of code with the line of their first fault, 0 for none.
class CodeSyntaxTest : public QObject
{
    Q_OBJECT

private slots:
    void python_data()
    {
        columns();
        row("blocks", "for a in b:\n    if a:\n        c(a)\n\n    # note\n    d(a)\ne()", 0);
        row("blank before a block", "if a:\n\n    b()", 0);
        row("block on its line", "if a: b()\nc()", 0);
        row("chain", "(spark.read\n    .table(\"a\")\n        .show())", 0);
        row("dictionary", "a = {\n  \"b\": 1,\n  \"c\":\n    2,\n}\nd()", 0);
        row("backslash", "a = b + \\\n    c\nd()", 0);
        row("triple quotes", "a = \"\"\"SELECT 'it''s (\n  FROM b\"\"\"\nc()", 0);
        row("quotes in quotes", "a = f\"{b['c']}\"  # it's", 0);
        row("escaped quote", "a = 'it\\'s'", 0);
        row("blank", "df.____(\"a\")", 0);
        row("no block", "def a():\nb()", 2);
        row("no block at the end", "def a():", 1);
        row("indented for nothing", "a()\n    b()", 2);
        row("half way back", "if a:\n        b()\n    c()", 3);
        row("open", "a(\nb()\nc()", 1);
        row("wrong bracket", "a = [1, 2)", 1);
        row("closed for nothing", "a = 1)\n", 1);
        row("quote over lines", "a = 'b\nc'", 1);
        row("triple without end", "\"\"\"a\nb", 1);
    }
    void python() { check("python"); }

    void sql_data()
    {
        columns();
        row("statement", "SELECT a.b, 'it''s' -- don't (\nFROM `a-b`.c /* ' */ WHERE d >= :day;", 0);
        row("body", "CREATE FUNCTION f(a INT) RETURNS INT LANGUAGE PYTHON AS $$\n  return '(' # it's\n$$", 0);
        row("path", "SELECT v:a.b[0]::int, m['k'] FROM t WHERE x <=> ____", 0);
        row("quote", "SELECT 'a\nFROM b", 1);
        row("back quote", "SELECT *\nFROM `a", 2);
        row("bracket", "SELECT (a\nFROM b", 1);
        row("wrong bracket", "SELECT a)\nFROM b", 1);
        row("comment", "SELECT a\n/* b", 2);
        row("body without end", "AS $$\na", 1);
        row("sign", "SELECT a\nFROM b \xC2\xA7 c", 2);
    }
    void sql() { check("sql"); }

    void yaml_data()
    {
        columns();
        row("bundle", "resources:\n  jobs:\n    a:\n      name: ${var.b}\n      tasks:\n        - task_key: c", 0);
        row("two documents", "a: 1\n---\nb: 2", 0);
        row("indentation", "a:\n  b: 1\n c: 2", 3);
        row("open list", "a: [1, 2", 1);
        row("unknown alias", "a: *b", 1);
    }
    void yaml() { check("yaml"); }

    void json_data()
    {
        columns();
        row("object", "{\"a\": [1, 2]}", 0);
        row("lines", "{\"a\": 1}\n{\"a\": 2}", 0);
        row("comma", "{\n\"a\": 1,\n}", 3);
        row("one line of two", "{\"a\": 1}\n{\"a\": }", 2);
        row("single quotes", "{'a': 1}", 1);
    }
    void json() { check("json"); }

    void otherLanguages()
    {
        QVERIFY(!syntaxFault(QStringLiteral("text"), QStringLiteral("+- Exchange (")));
        QVERIFY(!syntaxFault(QStringLiteral("bash"), QStringLiteral("echo 'a")));
    }

private:
    static void columns()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("line");
    }
    static void row(const char *name, const char *code, int line)
    {
        QTest::newRow(name) << QString::fromUtf8(code) << line;
    }
    static void check(const char *language)
    {
        QFETCH(QString, code);
        QFETCH(int, line);
        const auto fault = syntaxFault(QString::fromLatin1(language), code);
        QCOMPARE(fault ? fault->line : 0, line);
        QVERIFY(!fault || !fault->detail.isEmpty());
    }
};

LECTERN_TEST_CLASS(CodeSyntaxTest)
#include "codesyntax_test.moc"

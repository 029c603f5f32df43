// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <functional>
#include <memory>
#include <vector>

namespace lectern::test
{

/// Test classes of one layer run in one binary: each source registers its class with LECTERN_TEST_CLASS, main() runs
/// them all.
inline std::vector<std::function<QObject *()>> &registry()
{
    static std::vector<std::function<QObject *()>> classes;
    return classes;
}

/// All of them, or those whose names LECTERN_TEST_CLASSES lists (separated by commas); one that is not there fails.
inline int runAll(int argc, char **argv)
{
    int failed = 0;
    QStringList wanted = qEnvironmentVariable("LECTERN_TEST_CLASSES").split(QLatin1Char(','), Qt::SkipEmptyParts);
    const bool all = wanted.isEmpty();
    for (const auto &make : registry()) {
        const std::unique_ptr<QObject> object(make());
        const QString name = QString::fromLatin1(object->metaObject()->className()).section(QStringLiteral("::"), -1);
        if (all || wanted.removeAll(name) > 0)
            failed += QTest::qExec(object.get(), argc, argv);
    }
    for (const QString &name : std::as_const(wanted))
        qCritical("no test class %s", qPrintable(name));
    return failed + int(wanted.size());
}

} // namespace lectern::test

#define LECTERN_TEST_CLASS(Class)                                                                                      \
    static const bool registered##Class = (lectern::test::registry().push_back([] { return new Class; }), true);

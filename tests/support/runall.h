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

/// The classes that fall to this part of several: LECTERN_TEST_PART is "2/3" for the second of three; unset, all of
/// them. Dealt out one by one, so that neighbours, which are alike, are shared.
inline bool inThisPart(std::size_t index)
{
    const QList<QByteArray> part = qgetenv("LECTERN_TEST_PART").split('/');
    const int parts = part.size() == 2 ? part[1].toInt() : 1;
    const int mine = part.size() == 2 ? part[0].toInt() : 0;
    return mine < 1 || mine > parts || int(index % std::size_t(parts)) == mine - 1;
}

/// All of them, or those whose names LECTERN_TEST_CLASSES lists (separated by commas); one that is not there fails.
inline int runAll(int argc, char **argv)
{
    int failed = 0;
    std::size_t index = 0;
    QStringList wanted = qEnvironmentVariable("LECTERN_TEST_CLASSES").split(QLatin1Char(','), Qt::SkipEmptyParts);
    const bool all = wanted.isEmpty();
    for (const auto &make : registry()) {
        const std::unique_ptr<QObject> object(make());
        const QString name = QString::fromLatin1(object->metaObject()->className()).section(QStringLiteral("::"), -1);
        if (all ? inThisPart(index++) : wanted.removeAll(name) > 0)
            failed += QTest::qExec(object.get(), argc, argv);
    }
    for (const QString &name : std::as_const(wanted))
        qCritical("no test class %s", qPrintable(name));
    return failed + int(wanted.size());
}

} // namespace lectern::test

#define LECTERN_TEST_CLASS(Class)                                                                                      \
    static const bool registered##Class = (lectern::test::registry().push_back([] { return new Class; }), true);

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

inline int runAll(int argc, char **argv)
{
    int failed = 0;
    for (const auto &make : registry()) {
        const std::unique_ptr<QObject> object(make());
        failed += QTest::qExec(object.get(), argc, argv);
    }
    return failed;
}

} // namespace lectern::test

#define LECTERN_TEST_CLASS(Class)                                                                                      \
    static const bool registered##Class = (lectern::test::registry().push_back([] { return new Class; }), true);

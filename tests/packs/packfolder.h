// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packreader.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace lectern::test
{

/// A pack in a folder of its own, made of the faultless small one and what a test changes in it.
class PackFolder
{
public:
    PackFolder() { overlay(brokenPacks() + QStringLiteral("/_good")); }

    static QString brokenPacks() { return QStringLiteral(LECTERN_TEST_DATA "/broken-packs"); }

    /// The rows of a table of tests/data without its head; none, and a failed test, where one has not as many cells.
    static QList<QStringList> table(const QString &name)
    {
        QList<QStringList> rows;
        const QByteArray bytes = bytesOf(QStringLiteral(LECTERN_TEST_DATA "/") + name);
        for (const QString &line : QString::fromUtf8(bytes).split(u'\n', Qt::SkipEmptyParts))
            rows.append(line.split(u'\t'));
        for (const QStringList &row : std::as_const(rows)) {
            if (row.size() != rows.constFirst().size()) {
                QTest::qFail(qPrintable(name + QStringLiteral(": ") + row.constFirst()), __FILE__, __LINE__);
                return {};
            }
        }
        return rows.mid(1);
    }

    QString path() const { return m_dir.path(); }
    QString path(const QString &name) const { return m_dir.filePath(name); }

    void write(const QString &name, const QByteArray &bytes)
    {
        QVERIFY(QDir(m_dir.path()).mkpath(QFileInfo(name).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QByteArray bytes(const QString &name) const { return bytesOf(path(name)); }

    void replace(const QString &name, const QByteArray &before, const QByteArray &after)
    {
        QByteArray text = bytes(name);
        QVERIFY2(text.contains(before), before.constData());
        write(name, text.replace(before, after));
    }

    void remove(const QString &name) { QVERIFY(QFile::remove(path(name))); }

    /// Copies a folder's files over this one's; its removed.txt names what is left out, its expected.txt stays away.
    void overlay(const QString &folder)
    {
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = QDir(folder).relativeFilePath(files.next());
            if (name == QStringLiteral("removed.txt")) {
                for (const QByteArray &gone : bytesOf(files.filePath()).trimmed().split('\n'))
                    remove(QString::fromUtf8(gone));
            } else if (name != QStringLiteral("expected.txt")) {
                write(name, bytesOf(files.filePath()));
            }
        }
    }

    /// As authors have it inspected, on a day near those in the small pack.
    PackReading read() const { return inspectPack(path(), QDate(2026, 11, 22)); }

    QStringList problems() const { return linesOf(read()); }

    static QStringList linesOf(const PackReading &reading)
    {
        QStringList lines;
        for (const Problem &problem : reading.problems)
            lines.append(problem.toString());
        return lines;
    }

    static QByteArray bytesOf(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_dir;
};

} // namespace lectern::test

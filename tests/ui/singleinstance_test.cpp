// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"

#include "runall.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <memory>

using namespace lectern;

class SingleInstanceTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    /// Asks from another thread, as another process would, while this one answers.
    static SingleInstance::Answer askFromOutside(const QString &profile, SingleInstance::Request request)
    {
        auto answer = SingleInstance::Answer::Nobody;
        const std::unique_ptr<QThread> outside(
            QThread::create([&] { answer = SingleInstance::ask(profile, request); }));
        QSignalSpy finished(outside.get(), &QThread::finished);
        outside->start();
        finished.wait();
        outside->wait();
        return answer;
    }

private Q_SLOTS:
    void nobodyAnswersForAClosedProfile()
    {
        const QString profile = m_folder.filePath(QStringLiteral("closed.lectern"));
        QCOMPARE(SingleInstance::ask(profile, SingleInstance::Request::Raise), SingleInstance::Answer::Nobody);
    }

    void aSecondStartRaisesTheFirst()
    {
        const QString profile = m_folder.filePath(QStringLiteral("a.lectern"));
        SingleInstance first(profile);
        QVERIFY(first.listen());
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QCOMPARE(askFromOutside(profile, SingleInstance::Request::Raise), SingleInstance::Answer::Raised);
        QCOMPARE(raised.count(), 1);
    }

    void anExportIsToldThatTheProfileIsBusy()
    {
        const QString profile = m_folder.filePath(QStringLiteral("b.lectern"));
        SingleInstance first(profile);
        QVERIFY(first.listen());
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QCOMPARE(askFromOutside(profile, SingleInstance::Request::Export), SingleInstance::Answer::Busy);
        QCOMPARE(raised.count(), 0);
    }

    void eachProfileHasItsOwn()
    {
        SingleInstance first(m_folder.filePath(QStringLiteral("c.lectern")));
        QVERIFY(first.listen());
        QCOMPARE(SingleInstance::ask(m_folder.filePath(QStringLiteral("d.lectern")), SingleInstance::Request::Raise),
            SingleInstance::Answer::Nobody);
    }

    void aLinkToTheProfileIsTheSameProfile()
    {
        const QString profile = m_folder.filePath(QStringLiteral("e.lectern"));
        QFile file(profile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString link = m_folder.filePath(QStringLiteral("link.lectern"));
        QVERIFY(QFile::link(profile, link));
        SingleInstance first(profile);
        QVERIFY(first.listen());
        QCOMPARE(askFromOutside(link, SingleInstance::Request::Raise), SingleInstance::Answer::Raised);
    }
};

LECTERN_TEST_CLASS(SingleInstanceTest)
#include "singleinstance_test.moc"

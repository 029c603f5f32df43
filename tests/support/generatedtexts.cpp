// SPDX-License-Identifier: GPL-3.0-or-later
#include "generatedtexts.h"

namespace lectern::test
{

namespace
{

QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(u' ');
}

const QStringList &adjectives()
{
    static const QStringList list = words(
        "copper brisk coarse dusty fresh faint gentle hollow humble jagged keen loose mellow narrow proud plain quiet "
        "rough sturdy tidy lanky vivid woven young");
    return list;
}

const QStringList &nouns()
{
    static const QStringList list =
        words("barrel basket canal drawer fiddle fender garden hinge magnet jetty kettle ladder mirror nozzle pillow "
              "pulley quarry ribbon saddle tunnel violin valley wagon yard");
    return list;
}

} // namespace

GeneratedTexts::GeneratedTexts(int number, Random &random)
    : m_number(QString::number(number))
    , m_random(random)
    , m_verbs(
          words("Gather Bundle Carry Divide Empty Fasten Gauge Hoist Index Join Knead Level Mark Narrow Open Paint"))
    , m_nouns(nouns())
    , m_team(one(words("harbour bakery railway theatre museum brewery library nursery foundry weaver ferry quarry")))
    , m_job(one(words("count weighing sorting stocktake survey inventory roster forecast ledger timetable")))
{
    random.shuffle(m_verbs);
    random.shuffle(m_nouns);
}

QString GeneratedTexts::stem()
{
    return filled("Scenario <number> is made up for a test: the <team> team keeps <3-900> <adjective> lists beside a "
                  "<adjective> <noun> with <12-4000> <adjective> places. Since week <2-51> its <adjective> <job> takes "
                  "<40-400> minutes rather than <3-39>, while <2-80> <noun>s wait near the <adjective> <noun>. Within "
                  "<3-60> days the <adjective> budget of <10-990> <noun>s must bring it below <5-39> minutes.");
}

QString GeneratedTexts::question()
{
    return filled("Which step of the <team> team in scenario <number> shortens the <job>?");
}

QString GeneratedTexts::takeaway()
{
    return filled("Scenario <number> is made up, so that nothing carries over from the <job> to another one.");
}

QString GeneratedTexts::option()
{
    return filled("<verb> the <adjective> <own> before the <adjective> <noun>");
}

QString GeneratedTexts::misconception()
{
    return filled("That <2-9> of <10-999> <adjective> <noun>s are made of a <own>");
}

QString GeneratedTexts::rationale(bool right)
{
    return filled(right ? "This brings the <job> of scenario <number> to <2-4> minutes"
                        : "This leaves the <job> of scenario <number> at <40-400> minutes") +
           filled(", since the <adjective> <noun> has <2-99> <adjective> places for a <noun> and the <team> team has "
                  "<2-99> of them.");
}

GeneratedTexts::Code GeneratedTexts::code(int lines)
{
    const int language = m_random.below(3);
    const bool sql = language == 0 && lines > 1;
    const bool python = language == 1;
    QStringList text;
    for (int line = 1; line <= lines; ++line) {
        if (python)
            text.append(filled("<noun>_<1-99> = <1-900> + <1-900>"));
        else if (!sql)
            text.append(filled("<noun>-<10-99>  <100-999> rows  <1000-9999> ms"));
        else if (line == lines)
            text.append(filled("FROM <noun>_<1-99>"));
        else
            text.append((line == 1 ? QStringLiteral("SELECT ") : QStringLiteral("       ")) +
                        filled(line < lines - 1 ? "<noun>_<1-99>," : "<noun>_<1-99>"));
    }
    const char *name = python ? "python" : sql ? "sql" : "text";
    return {QLatin1String(name), text.join(u'\n')};
}

QString GeneratedTexts::one(const QStringList &list)
{
    return list.at(m_random.below(static_cast<int>(list.size())));
}

QString GeneratedTexts::filling(const QString &blank)
{
    if (blank == u"number")
        return m_number;
    if (blank == u"team")
        return m_team;
    if (blank == u"job")
        return m_job;
    if (blank == u"adjective")
        return one(adjectives());
    if (blank == u"noun")
        return one(nouns());
    if (blank == u"own")
        return m_nouns.takeLast();
    if (blank == u"verb")
        return m_verbs.takeLast();
    const int least = blank.section(u'-', 0, 0).toInt();
    const int most = blank.section(u'-', 1).toInt();
    return QString::number(least + m_random.below(most - least + 1));
}

// From left to right, where the arguments of a call would be evaluated in any order.
QString GeneratedTexts::filled(const char *pattern)
{
    QString text;
    const QStringList parts = QString::fromLatin1(pattern).split(u'<');
    text = parts.constFirst();
    for (const QString &part : parts.mid(1)) {
        text += filling(part.section(u'>', 0, 0));
        text += part.section(u'>', 1);
    }
    return text;
}

} // namespace lectern::test

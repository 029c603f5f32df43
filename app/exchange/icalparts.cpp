// SPDX-License-Identifier: GPL-3.0-or-later
#include "icalparts.h"

#include <algorithm>

namespace lectern
{

namespace
{

constexpr qsizetype mostBytes = 16 * 1024 * 1024;
constexpr qsizetype longestName = 80; ///< of what is quoted in a problem

QString quoted(const QByteArray &text)
{
    return QString::fromUtf8(text.left(longestName)).trimmed();
}

/// Content lines in order, folded ones put together.
class Lines
{
public:
    explicit Lines(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_at(bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0)
    {
    }

    bool next(IcalLine &line)
    {
        while (m_at < m_bytes.size()) {
            line.number = m_number + 1;
            line.text = physical();
            while (m_at < m_bytes.size() && (m_bytes[m_at] == ' ' || m_bytes[m_at] == '\t')) {
                ++m_at;
                line.text += physical();
            }
            if (!line.text.trimmed().isEmpty())
                return true;
        }
        return false;
    }
    int number() const { return m_number; }

private:
    QByteArray physical()
    {
        qsizetype end = m_bytes.indexOf('\n', m_at);
        if (end < 0)
            end = m_bytes.size();
        QByteArray line = m_bytes.mid(m_at, end - m_at);
        if (line.endsWith('\r'))
            line.chop(1);
        m_at = end + 1;
        ++m_number;
        return line;
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    int m_number = 0;
};

/// Of a BEGIN or END.
QByteArray partName(const IcalLine &line)
{
    return line.text.mid(line.text.indexOf(':') + 1).trimmed().toUpper();
}

class Cutter
{
public:
    IcalParts cut(const QByteArray &bytes)
    {
        Lines lines(bytes);
        IcalLine line;
        while (!m_result.problem && lines.next(line)) {
            if (!named(line))
                fail(line.number, m_begun ? CalendarFault::BadLine : CalendarFault::NotACalendar, line.text);
            else if (!m_begun && (line.name != "BEGIN" || partName(line) != "VCALENDAR"))
                fail(line.number, CalendarFault::NotACalendar, line.text);
            else if (line.name == "BEGIN")
                begin(line);
            else if (line.name == "END")
                end(line);
            else
                take(line);
        }
        if (!m_result.problem && !m_begun)
            fail(1, CalendarFault::NotACalendar, {});
        if (!m_result.problem && !m_open.isEmpty())
            fail(std::max(1, lines.number()), CalendarFault::Unclosed, m_open.constLast());
        if (m_result.problem)
            m_result.parts.clear();
        return m_result;
    }

private:
    static bool named(IcalLine &line)
    {
        qsizetype length = 0;
        while (length < line.text.size() && line.text[length] != ':' && line.text[length] != ';')
            ++length;
        line.name = line.text.left(length).trimmed().toUpper();
        return !line.name.isEmpty() && line.text.indexOf(':', length) >= 0 && !line.text.contains('\0');
    }

    void fail(int line, CalendarFault fault, const QByteArray &text)
    {
        m_result.problem = CalendarProblem{line, fault, quoted(text)};
    }

    void begin(const IcalLine &line)
    {
        m_begun = true;
        const QByteArray name = partName(line);
        if (m_open.size() == 1 && (name == "VEVENT" || name == "VFREEBUSY" || name == "VTIMEZONE"))
            m_result.parts.append({name, line.number, {}, {}});
        else if (m_open.size() == 2 && m_open[1] == "VTIMEZONE")
            m_result.parts.last().inside.append({name, line.number, {}, {}});
        m_open.append(name);
    }

    void end(const IcalLine &line)
    {
        if (m_open.isEmpty() || partName(line) != m_open.constLast())
            fail(line.number, CalendarFault::Unclosed, m_open.isEmpty() ? partName(line) : m_open.constLast());
        else
            m_open.removeLast();
    }

    void take(const IcalLine &line)
    {
        const bool known =
            m_open.size() >= 2 && (m_open[1] == "VEVENT" || m_open[1] == "VFREEBUSY" || m_open[1] == "VTIMEZONE");
        if (known && m_open.size() == 2)
            m_result.parts.last().lines.append(line);
        else if (m_open.size() == 3 && m_open[1] == "VTIMEZONE")
            m_result.parts.last().inside.last().lines.append(line);
    }

    IcalParts m_result;
    QList<QByteArray> m_open; ///< names of what has begun, outermost first
    bool m_begun = false;
};

} // namespace

IcalParts icalParts(const QByteArray &bytes)
{
    if (bytes.size() > mostBytes)
        return {{}, CalendarProblem{1, CalendarFault::TooLarge, {}}};
    return Cutter().cut(bytes);
}

ComponentPtr icalProperties(const IcalLine &line)
{
    const QByteArray text = "BEGIN:VEVENT\r\n" + line.text + "\r\nEND:VEVENT\r\n";
    ComponentPtr component(icalparser_parse_string(text.constData()));
    if (!component || icalcomponent_count_errors(component.get()) > 0)
        return {};
    return component;
}

} // namespace lectern

// SPDX-License-Identifier: GPL-3.0-or-later
// connect(a, SIGNAL(changed()), b, SLOT(reload()));
void f()
{
    connect(a, SIGNAL(changed()), b,
        SLOT(reload()));
    connect(a, &A::changed, b, &B::reload);
    bus.connect({}, path, interface, name, this, SLOT(changed(QString)));
}

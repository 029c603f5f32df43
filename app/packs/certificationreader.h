// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certification.h"
#include "packindex.h"

namespace lectern
{

// One function for each kind of file but the questions; each reads the file's top map into the certification. Their
// order matters: the index knows a kind of thing once its file was read.

void readHeader(Fields &fields, Certification &certification, PackIndex &index);     ///< pack.yaml
void readSyllabus(Fields &fields, Certification &certification, PackIndex &index);   ///< syllabus.yaml
void readBlueprints(Fields &fields, Certification &certification, PackIndex &index); ///< blueprints.yaml, after it
void readPath(Fields &fields, Certification &certification, PackIndex &index);       ///< path.yaml, after it
void readGuide(Fields &fields, Certification &certification, PackIndex &index);      ///< certification.yaml
void readNames(Fields &fields, Certification &certification, PackIndex &index);      ///< names.yaml
void readProject(Fields &fields, Certification &certification, PackIndex &index);    ///< projects/<id>.yaml

} // namespace lectern

// Moved to record/testing, where every stage's tests may use it.
#pragma once

#include "record/testing/hand_parse.h"

#!/usr/bin/env node
// The command by the name that it had; cheomseong.cjs starts sooner.
import './cheomseong.cjs';

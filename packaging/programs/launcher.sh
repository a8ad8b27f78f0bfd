#!/bin/bash
exec -a "$0" @lib@/bin/node --import @lib@/preload.js @lib@/@script@ "$@"

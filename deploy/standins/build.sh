#!/usr/bin/env bash
# Makes the base images where no registry can be reached; see README.md beside it. Needs root, a running Docker
# engine, debootstrap, Maven and a JDK 25. Usage: deploy/standins/build.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

suite=trixie
jdk=${JAVA_HOME:-}
[ -x "$jdk/bin/java" ] && "$jdk/bin/java" -version 2>&1 | grep -q '"25' || jdk=$(ls -d /usr/lib/jvm/*25* | head -1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

debootstrap --variant=minbase --include=postgresql,nginx-light,ca-certificates "$suite" "$work/root" > "$work/debootstrap.log" \
  || { tail -20 "$work/debootstrap.log" >&2; exit 1; }
rm -rf "$work/root"/var/cache/apt/archives/*.deb "$work/root"/var/lib/apt/lists/* "$work/root"/var/lib/postgresql/*
tar -C "$work/root" -c . | docker import - "parley-standin/$suite" > /dev/null

mkdir "$work/context"
cp -rL "$jdk" "$work/context/jdk"
rm -rf "$work/context/jdk"/{jmods,src.zip,demo,man}
mvn -B -q -f backends/pom.xml dependency:copy-dependencies -DincludeScope=runtime -DexcludeGroupIds=io.parley \
  -DoutputDirectory="$work/context/kafka-libs"
# Testcontainers waits for what a broker logs.
mvn -B -q -f backends/pom.xml dependency:copy -Dartifact=org.slf4j:slf4j-simple:2.0.17 -DoutputDirectory="$work/context/kafka-libs"
cp -r deploy/standins/{jre,kafka,postgres,nginx} "$work/context/"

build() { docker build -q -f "$work/context/$1/Dockerfile" --build-arg BASE="parley-standin/$suite" -t "$2" "$work/context"; }
build jre eclipse-temurin:25-jre
build kafka apache/kafka:4.2.1
build postgres postgres:18
build nginx nginx:1.28

#!/bin/sh
# Answers one request to a registry of images from files: /registry/v2/NAME/{manifests,blobs}/…
read -r method path version
while read -r header && [ ${#header} -gt 1 ]; do :; done
file=/registry$path
type=application/octet-stream
case $path in
  */manifests/*) type=application/vnd.docker.distribution.manifest.v2+json ;;
  /v2/) file=/registry/answer.sh ;;
esac
if [ -f "$file" ]; then
  printf 'HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %s\r\nConnection: close\r\n\r\n' "$type" "$(stat -c %s "$file")"
  [ "$method" = HEAD ] || cat "$file"
else
  printf 'HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 13\r\nConnection: close\r\n\r\n{"errors":[]}'
fi

# Everything that the gates need, by the same table as on any machine: tools/machine.txt.
FROM debian:12
RUN apt-get update && apt-get install --yes --no-install-recommends make
WORKDIR /handbook
COPY Makefile ./
COPY tools ./tools
RUN make machine
COPY . .
RUN make setup
CMD ["make", "site"]

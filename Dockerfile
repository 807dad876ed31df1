# The console's image: docker build -t pilothouse .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN mvn -B -ntp -q -Ddemo -Dspotless.check.skip -Dmaven.test.skip package
RUN java -Djarmode=tools -jar target/demo/pilothouse-*.jar extract --layers --launcher --destination /layers

FROM eclipse-temurin:25-jre
WORKDIR /pilothouse
# what changes rarely comes first, so that a new version of the console is a small layer
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER 10001:10001
ENV HOME=/tmp
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", \
    "org.springframework.boot.loader.launch.JarLauncher"]

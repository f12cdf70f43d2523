# usage: cmake -DFOLDER=src/store -DOUTPUT=schema_text.c -P embed.cmake
# Writes schema.sql and migrations/N.sql as C strings: N brings a record of version N - 1 to N, from 2 without a gap.
function(literal FILE RESULT)
  file(READ ${FILE} TEXT)
  string(REPLACE "\\" "\\\\" TEXT "${TEXT}")
  string(REPLACE "\"" "\\\"" TEXT "${TEXT}")
  string(REPLACE "\n" "\\n\"\n\"" TEXT "${TEXT}")
  set(${RESULT} "\"${TEXT}\"" PARENT_SCOPE)
endfunction()

literal(${FOLDER}/schema.sql SCHEMA)
set(VERSION 1)
set(MIGRATIONS "")
file(GLOB FILES ${FOLDER}/migrations/*.sql)
list(LENGTH FILES COUNT)
while(VERSION LESS_EQUAL COUNT)
  math(EXPR VERSION "${VERSION} + 1")
  if(NOT EXISTS ${FOLDER}/migrations/${VERSION}.sql)
    message(FATAL_ERROR "${FOLDER}/migrations: ${VERSION}.sql is lacking, or there is a file of another name")
  endif()
  literal(${FOLDER}/migrations/${VERSION}.sql MIGRATION)
  string(APPEND MIGRATIONS "    ${MIGRATION},\n")
endwhile()
file(WRITE ${OUTPUT} "/* Made by src/store/embed.cmake from schema.sql and migrations/. */
#include \"store/schema.h\"

const int STORE_SCHEMA_VERSION = ${VERSION};
const char *const STORE_SCHEMA =
${SCHEMA};
const char *const STORE_MIGRATIONS[] = {
${MIGRATIONS}    0};
")

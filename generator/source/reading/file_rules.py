"""Rules about the files themselves: names, kinds, sizes. Their examples are folder listings."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule, Severity

MISSING_FOLDER = Rule(
    code="HB001",
    name="missing-folder",
    message=N_("The folder “{folder}” is not here."),
    hint=N_("Start the command in the handbook's folder, or name that folder with -C."),
    why=N_(
        "The handbook is made from the YAML files in this folder; without it there is nothing "
        "to check or to build."
    ),
    wrong="content/index.md\n",
    right="processes/handbook.yml\n",
)
CALL_IT = N_("Rename it, for example to “{better}”.")
FILE_NAME = Rule(
    code="HB002",
    name="file-name",
    message=N_("“{name}” cannot be used as a name here."),
    hint=N_(
        "Rename it: lower-case letters, digits and hyphens, beginning with a letter, at most "
        "{limit} characters."
    ),
    why=N_(
        "The file name is the id of the process or form, the folder name is the chapter, and "
        "both become web addresses and file names on every kind of computer."
    ),
    wrong="processes/Complaint Handling.yml\n",
    right="processes/complaint-handling.yml\n",
)
SAME_NAME = Rule(
    code="HB003",
    name="same-name",
    message=N_("“{name}” and “{other}” have the same id."),
    hint=N_("Keep one of the two files, or rename one."),
    why=N_(
        "The file name without its ending is the id, and an id stands for one thing only. Names "
        "that differ in capital letters alone are the same file on Windows and macOS."
    ),
    wrong="processes/complaints.yaml\nprocesses/complaints.yml\n",
    right="processes/complaints.yml\nprocesses/repairs.yml\n",
)
WRONG_EXTENSION = Rule(
    code="HB004",
    name="wrong-extension",
    message=N_("“{name}” is not read, because its name does not end in .yml or .yaml."),
    hint=N_("Rename it to “{better}”."),
    why=N_("A file with a mistyped ending would be missing from the handbook without a word."),
    wrong="processes/complaints.ymal\n",
    right="processes/complaints.yml\n",
)
OTHER_FILE = Rule(
    code="HB005",
    name="other-file",
    message=N_("“{name}” is not a YAML file and is left out."),
    hint=N_("Pages and pictures belong in the folder “content”; delete copies that nobody needs."),
    why=N_(
        "Only .yml and .yaml files become part of the handbook. This note makes sure that nobody "
        "waits for a page that is never made."
    ),
    wrong="processes/notes.txt\n",
    right="processes/complaints.yml\n",
    severity=Severity.INFO,
)
SYMBOLIC_LINK = Rule(
    code="HB006",
    name="symbolic-link",
    message=N_("“{name}” is a link to another place and is not followed."),
    hint=N_("Put the file itself here instead of the link."),
    why=N_(
        "A link can lead outside the handbook, so that private files would be published, or in "
        "a circle."
    ),
    wrong="processes/complaints.yml -> ../../private/complaints.yml\n",
    right="processes/complaints.yml\n",
)
NOT_A_FILE = Rule(
    code="HB007",
    name="not-a-file",
    message=N_("“{name}” is not a file."),
    hint=N_("Delete it, or replace it by a text file."),
    why=N_("A folder named like a YAML file, a pipe or a device holds no text that could be read."),
    wrong="processes/complaints.yml/\n",
    right="processes/complaints.yml\n",
)
UNREADABLE = Rule(
    code="HB008",
    name="unreadable",
    message=N_("“{name}” cannot be read: {reason}."),
    hint=N_("Check that you may open it, and that no other program keeps it locked."),
    why=N_("The handbook is only complete when all its files could be read."),
    wrong="----------  processes/complaints.yml\n",
    right="-rw-r--r--  processes/complaints.yml\n",
)
VANISHED = Rule(
    code="HB009",
    name="vanished",
    message=N_("“{name}” was deleted or renamed while the files were being read."),
    hint=N_("Run the command again."),
    why=N_(
        "Another program, such as a synchroniser, changes the folder at this moment, so that the "
        "files may not fit together."
    ),
    wrong="processes/complaints.yml (deleted a moment ago)\n",
    right="processes/complaints.yml\n",
)
TOO_MANY_FILES = Rule(
    code="HB010",
    name="too-many-files",
    message=N_("The folder “{folder}” holds more than {limit} files; the rest is not read."),
    hint=N_("Remove what does not belong to the handbook, or split the handbook in two."),
    why=N_("The limit keeps a folder copied here by mistake from exhausting the computer."),
    wrong="processes/ (5001 files)\n",
    right="processes/ (180 files)\n",
)
FILE_TOO_LARGE = Rule(
    code="HB011",
    name="file-too-large",
    message=N_("“{name}” is larger than {limit} kB."),
    hint=N_(
        "Split it into several processes or forms; pictures and documents belong in “content”."
    ),
    why=N_("A process of 250 lines takes 10 kB. A file of this size is a mistake or an attack."),
    wrong="processes/complaints.yml (1200 kB)\n",
    right="processes/complaints.yml (12 kB)\n",
)
ALL_TOO_LARGE = Rule(
    code="HB012",
    name="all-too-large",
    message=N_(
        "The files in “{folder}” are larger than {limit} MB together; the rest is not read."
    ),
    hint=N_("Remove what does not belong to the handbook, or split the handbook in two."),
    why=N_("The limit keeps a folder copied here by mistake from exhausting the computer."),
    wrong="processes/ (180 files, 40 MB)\n",
    right="processes/ (180 files, 2 MB)\n",
)
RESERVED_NAME = Rule(
    code="HB056",
    name="reserved-name",
    message=N_("Windows reserves the name “{name}” for a device."),
    hint=N_("Choose another name, such as “{better}”."),
    why=N_(
        "On Windows no file and no folder can have this name, whatever its ending: the handbook "
        "could be neither fetched nor built there."
    ),
    wrong="processes/aux.yml\n",
    right="processes/accessories.yml\n",
)

FILE_RULES = (
    MISSING_FOLDER,
    FILE_NAME,
    SAME_NAME,
    WRONG_EXTENSION,
    OTHER_FILE,
    SYMBOLIC_LINK,
    NOT_A_FILE,
    UNREADABLE,
    VANISHED,
    TOO_MANY_FILES,
    FILE_TOO_LARGE,
    ALL_TOO_LARGE,
)
NAME_RULES = (RESERVED_NAME,)

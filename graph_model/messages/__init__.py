"""The messages that belong to no declaration: one catalogue, in both languages, a file a subject."""

from graph_model.messages.cells import *
from graph_model.messages.files import *
from graph_model.messages.loading import *
from graph_model.messages.neo4j import *
from graph_model.messages.program import *
from graph_model.messages.questions import *
from graph_model.messages.references import *
from graph_model.messages.sheets import *
from graph_model.messages.stores import *
from graph_model.messages.text_tables import *
from graph_model.messages.workbooks import *
